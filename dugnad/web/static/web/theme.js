// Light, dark, or as the device has it: the reader's choice, in a cookie so that the page arrives in its colours.
const root = document.documentElement;
const button = document.querySelector("[data-theme-choice]");
const order = ["system", "light", "dark"];

const show = (theme) => {
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
  button.textContent = button.dataset[theme];
};

if (button) {
  let theme = root.dataset.theme ?? "system";
  show(theme);
  button.hidden = false;
  button.addEventListener("click", () => {
    theme = order[(order.indexOf(theme) + 1) % order.length];
    document.cookie = `theme=${theme}; path=/; max-age=${theme === "system" ? 0 : 31536000}; samesite=lax`;
    show(theme);
  });
}
