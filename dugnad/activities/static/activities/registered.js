// What is registered is no longer a draft on this device, and waits no more.
import { forget } from "../web/outbox.js";

const id = document.querySelector("[data-registered]")?.dataset.registered;
for (const key of Object.keys(localStorage).filter((name) => name.startsWith("draft:"))) {
  const kept = JSON.parse(localStorage.getItem(key) ?? "null");
  if (kept?.answers?.some(([name, value]) => name === "id" && value === id)) localStorage.removeItem(key);
}
if (id) forget(id);
