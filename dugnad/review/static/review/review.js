// Reviewing by keyboard; the sum in sight; what is written is kept on the device until it is given.
const form = document.getElementById("review");
const rows = [...form.querySelectorAll("[data-criterion]")];
const place = `review:${form.dataset.review}`;
const status = form.querySelector("[data-status]");
const typing = (target) => target.matches("textarea, select, input:not([type=radio], [type=checkbox])");
const checked = (row) => row.querySelector("input[type=radio]:checked");

// The sum, the step, and what is needed and has no point.
const line = form.querySelector("[data-sum-line]");
const sum = () => {
  const points = rows.reduce((all, row) => all + (Number(checked(row)?.value) || 0), 0);
  const step = form.dataset.steps.split(",").filter((share) => points * 100 >= Number(share) * Number(form.dataset.all)).length;
  const missing = rows.filter((row) => row.dataset.needed && checked(row) && !(Number(checked(row).value) > 0)).map((row) => row.dataset.name);
  const said = [form.dataset.sum.replace("{points}", points).replace("{most}", form.dataset.all)];
  said.push(step ? form.dataset.step.replace("{n}", step) : form.dataset.none);
  if (missing.length) said.push(form.dataset.needed.replace("{names}", missing.join("; ")));
  line.textContent = said.join(" · ");
};

// Keys: 0–9 give points, j and k go on and back, c comments, Escape leaves a comment, r opens the saved replies.
const at = () => rows.findIndex((row) => row.contains(document.activeElement));
const go = (index) => {
  const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
  (checked(row) ?? row.querySelector("input[type=radio]")).focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
};
const outcome = () => form.querySelector("[name=outcome]").focus();
const give = (value) => {
  const row = rows[Math.max(0, at())];
  const radio = row.querySelector(`input[type=radio][value="${value}"]`);
  if (!radio) return;
  radio.checked = true;
  radio.focus({ preventScroll: true });
  radio.dispatchEvent(new Event("input", { bubbles: true }));
};
const replies = form.querySelector(".replies");
const keys = {
  j: () => (at() === rows.length - 1 ? outcome() : go(at() + 1)),
  k: () => go(at() < 0 ? rows.length - 1 : at() - 1),
  x: () => give("?"),
  r: () => { replies.open = true; replies.querySelector("button").focus(); },
  c: () => rows[Math.max(0, at())].querySelector("textarea").focus(),
};
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) return form.requestSubmit(form.querySelector("[data-give]"));
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === "Escape" && event.target.closest?.("[data-criterion]") && typing(event.target)) return go(at());
  if (typing(event.target) || event.target.closest?.(".menu")) return;
  const act = (event.key === "r" && !replies ? null : keys[event.key]) ?? (/^[0-9]$/.test(event.key) ? () => give(event.key) : null);
  if (!act) return;
  event.preventDefault();
  act();
});

// Saved replies go where one wrote last, at the cursor.
let last = form.elements.words;
form.addEventListener("focusin", (event) => { if (event.target.matches("textarea")) last = event.target; });
for (const button of form.querySelectorAll("[data-reply]")) {
  button.hidden = false;
  button.nextElementSibling.querySelector("b").remove();
  button.addEventListener("click", () => {
    const before = last.value.slice(0, last.selectionStart);
    last.setRangeText((before && !/\s$/.test(before) ? "\n" : "") + button.dataset.reply, last.selectionStart, last.selectionEnd, "end");
    last.focus();
    last.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

// Kept on the device.
const answers = () => [...new FormData(form)].filter(([name, value]) => !["csrfmiddlewaretoken", "revision"].includes(name) && typeof value === "string");
const restore = () => {
  const kept = JSON.parse(localStorage.getItem(place) ?? "null");
  if (!kept) return;
  for (const [name, value] of kept.answers) {
    for (const field of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
      if (field.type === "radio") field.checked = field.value === value;
      else field.value = value;
    }
  }
};
for (const key of Object.keys(localStorage).filter((one) => one.startsWith("review:"))) {
  if (Date.now() - JSON.parse(localStorage.getItem(key)).at > 60 * 864e5) localStorage.removeItem(key);
}
if (!form.querySelector(".summary-of-errors")) restore();
form.addEventListener("input", () => {
  localStorage.setItem(place, JSON.stringify({ at: Date.now(), answers: answers() }));
  status.textContent = form.dataset.kept;
  sum();
});
for (const area of form.querySelectorAll(".rubric textarea")) area.placeholder = " ";
form.querySelector("[data-keys]").hidden = false;
sum();
document.getElementById("errors")?.focus();
