// Sends an operation and shows the answer.
for (const form of document.querySelectorAll("[data-try]")) {
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    let path = form.dataset.path;
    const query = new URLSearchParams();
    for (const field of form.querySelectorAll("[data-in]")) {
      if (field.dataset.in === "path") path = path.replace(`{${field.name}}`, encodeURIComponent(field.value));
      else if (field.value) query.set(field.name, field.value);
    }
    const token = document.getElementById("token").value;
    const headers = { "Content-Type": "application/json", ...(token && { Authorization: `Bearer ${token}` }) };
    const asked = { method: form.dataset.try, headers, credentials: "omit", ...(form.elements.body && { body: form.elements.body.value }) };
    const shown = form.querySelector("pre");
    shown.hidden = false;
    try {
      const answer = await fetch(`${path}${query.size ? `?${query}` : ""}`, asked);
      shown.textContent = said(answer.status, await answer.text());
    } catch (failure) {
      shown.textContent = String(failure);
    }
  });
}

function said(status, text) {
  try {
    return `${status}\n${JSON.stringify(JSON.parse(text), null, 2)}`;
  } catch {
    return `${status}\n${text}`;
  }
}
