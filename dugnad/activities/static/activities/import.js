// While a file is read or registered: how far it is.
const form = document.querySelector("form[data-far]");
const line = form?.querySelector(".far");

const look = async () => {
  const answer = await fetch(form.dataset.far);
  const { what, done, of } = answer.ok ? await answer.json() : {};
  if (of) {
    const bar = line.querySelector("progress");
    [bar.max, bar.value] = [of, done];
    line.querySelector("span").textContent = line.dataset.said.replace("{what}", what).replace("{done}", done).replace("{of}", of);
  }
  setTimeout(look, 400);
};

form?.addEventListener("submit", () => {
  line.hidden = false;
  if (form.dataset.far) setTimeout(look, 300);
});
