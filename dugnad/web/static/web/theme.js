// Light, dark, or as the device has it: the reader's choice, kept on the device.
const root = document.documentElement;
const button = document.querySelector("[data-theme-choice]");
const order = ["system", "light", "dark"];

const apply = (theme) => {
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
  if (button) button.textContent = button.dataset[theme];
};

let theme = localStorage.getItem("theme") ?? "system";
apply(theme);
if (button) {
  button.hidden = false;
  button.addEventListener("click", () => {
    theme = order[(order.indexOf(theme) + 1) % order.length];
    localStorage.setItem("theme", theme);
    apply(theme);
  });
}
