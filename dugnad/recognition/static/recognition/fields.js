// Fields are completed while one types: after an opening brace a list opens; arrows choose, Enter or Tab takes, Escape closes.
for (const box of document.querySelectorAll("textarea[data-fields]")) {
  const known = [...document.querySelectorAll(`#${box.dataset.fields} dt`)].map((term) => ({
    name: term.textContent.replace(/[{}]/g, ""),
    what: term.nextElementSibling.textContent,
  }));
  const list = Object.assign(document.createElement("ul"), { className: "chosen-fields", id: `${box.id}-fields`, hidden: true });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-labelledby", "fields-title");
  box.after(list);
  for (const [name, value] of [["aria-controls", list.id], ["aria-autocomplete", "list"], ["aria-haspopup", "listbox"]]) box.setAttribute(name, value);
  let found = [];
  let at = 0;

  const begun = () => /\{([a-z_]*)$/.exec(box.value.slice(0, box.selectionStart));
  const close = () => {
    list.hidden = true;
    box.removeAttribute("aria-activedescendant");
  };
  const point = (to) => {
    at = (to + found.length) % found.length;
    [...list.children].forEach((item, number) => item.setAttribute("aria-selected", String(number === at)));
    box.setAttribute("aria-activedescendant", list.children[at].id);
    list.children[at].scrollIntoView({ block: "nearest" });
  };
  const take = (name) => {
    const end = box.selectionStart;
    const start = end - begun()[1].length;
    const after = box.value.slice(end).startsWith("}") ? "" : "}";
    box.setRangeText(name + after, start, end, "end");
    if (!after) box.selectionStart = box.selectionEnd = box.selectionStart + 1;
    close();
    box.focus();
  };
  const open = () => {
    const typed = begun();
    found = typed ? known.filter((field) => field.name.includes(typed[1])).sort((a, b) => b.name.startsWith(typed[1]) - a.name.startsWith(typed[1])) : [];
    if (!found.length) return close();
    list.replaceChildren(
      ...found.map((field, number) => {
        const item = Object.assign(document.createElement("li"), { id: `${list.id}-${number}` });
        item.setAttribute("role", "option");
        item.append(Object.assign(document.createElement("code"), { textContent: `{${field.name}}` }), Object.assign(document.createElement("span"), { textContent: field.what }));
        item.addEventListener("mousedown", (event) => {
          event.preventDefault();
          take(field.name);
        });
        return item;
      }),
    );
    const line = box.value.slice(0, box.selectionStart).split("\n").length;
    const height = parseFloat(getComputedStyle(box).lineHeight);
    list.style.insetBlockStart = `${box.offsetTop + Math.min(line * height - box.scrollTop + 12, box.offsetHeight)}px`;
    list.hidden = false;
    point(0);
  };
  box.addEventListener("input", open);
  box.addEventListener("blur", close);
  box.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    const act = { ArrowDown: () => point(at + 1), ArrowUp: () => point(at - 1), Enter: () => take(found[at].name), Tab: () => take(found[at].name), Escape: close }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}
