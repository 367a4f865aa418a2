// A file that is too large is refused before it is sent: on a slow line it would be minutes until the server says so.
for (const input of document.querySelectorAll("input[type=file][data-most]")) {
  input.addEventListener("change", () => {
    input.parentElement.querySelector(".too-large")?.remove();
    if (![...input.files].some((file) => file.size > Number(input.dataset.most))) return;
    input.value = "";
    input.after(Object.assign(document.createElement("p"), { className: "error too-large", role: "alert", textContent: input.dataset.tooLarge }));
  });
}
