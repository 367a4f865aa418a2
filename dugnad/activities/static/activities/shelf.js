// Keeps the form, and what it is made of, on this device, so that it opens without a connection.
const SHELF = "forms";
const DAY = 864e5;

const parts = () => [...new Set(performance.getEntriesByType("resource").map((one) => new URL(one.name).pathname).filter((path) => path.startsWith("/static/")))];

const fresh = async (shelf, needed) => {
  const kept = await shelf.match(location.pathname);
  if (!kept || Date.now() - Date.parse(kept.headers.get("Date")) > DAY) return false;
  const there = await Promise.all(needed.map((part) => shelf.match(part, { ignoreVary: true })));
  return there.every(Boolean);
};

const keep = async () => {
  await navigator.serviceWorker.register("/offline.js");
  const [shelf, needed] = [await caches.open(SHELF), parts()];
  if (await fresh(shelf, needed)) return;
  await shelf.addAll([location.pathname, "/offline/", ...needed]);
  for (const old of await shelf.keys()) {
    const { pathname } = new URL(old.url);
    if (pathname.startsWith("/static/") && !needed.includes(pathname)) await shelf.delete(old);
  }
  document.documentElement.dataset.shelved = "";
};

// On the page without a connection: which forms are here?
const list = async (place) => {
  const shelf = await caches.open(SHELF);
  for (const one of await shelf.keys()) {
    const { pathname } = new URL(one.url);
    if (!pathname.endsWith("/register/")) continue;
    const page = new DOMParser().parseFromString(await (await shelf.match(one)).text(), "text/html");
    const link = Object.assign(document.createElement("a"), { href: pathname, className: "button", textContent: page.querySelector("main .crumbs").textContent.trim() });
    place.append(document.createElement("li"));
    place.lastChild.append(link);
  }
  place.parentElement.hidden = !place.children.length;
};

const place = document.querySelector("[data-shelf]");
if (place) list(place);
else if ("serviceWorker" in navigator && navigator.onLine) addEventListener("load", () => keep().catch(() => {}));
