// One box ticks all drafts of the page; without scripts there is the button that approves all.
const boxes = [...document.querySelectorAll("input[name=letter]")];
const place = document.querySelector(".tick-all");
if (boxes.length > 1 && place) {
  const all = Object.assign(document.createElement("input"), { type: "checkbox" });
  const label = document.createElement("label");
  label.append(all, ` ${place.dataset.label}`);
  place.replaceChildren(label);
  all.addEventListener("change", () => boxes.forEach((box) => (box.checked = all.checked)));
  boxes.forEach((box) => box.addEventListener("change", () => (all.checked = boxes.every((one) => one.checked))));
}
