// A box in the heading ticks all drafts of the page; without scripts there is the button that approves all.
const boxes = [...document.querySelectorAll("input[name=letter]")];
const heading = document.querySelector("thead th");
if (boxes.length > 1 && heading) {
  const all = Object.assign(document.createElement("input"), { type: "checkbox" });
  all.setAttribute("aria-label", heading.textContent.trim());
  heading.replaceChildren(all);
  all.addEventListener("change", () => boxes.forEach((box) => (box.checked = all.checked)));
  boxes.forEach((box) => box.addEventListener("change", () => (all.checked = boxes.every((one) => one.checked))));
}
