// Opens the form without a connection: from the network when it answers, else as it was last seen on this device.
const SHELF = "forms";
const PATIENCE = 6000; // ms that a form may take to come before the kept one is opened
const SIGN_OUT = "/accounts/logout/";
const ID = /name="id" value="([0-9a-f-]{36})"/;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(clients.claim()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (url.pathname === SIGN_OUT && request.method === "POST") event.waitUntil(caches.delete(SHELF)); // who signs out leaves no form behind
  if (request.mode === "navigate") event.respondWith(opened(request, url));
  else if (url.pathname.startsWith("/static/")) event.respondWith(shelved(request).then((found) => found ?? fetch(request)));
});

const shelved = (what) => caches.open(SHELF).then((shelf) => shelf.match(what, { ignoreVary: true }));

const opened = async (request, url) => {
  const kept = request.method === "GET" ? await shelved(url.pathname) : undefined;
  const late = new Promise((_, reject) => { if (kept) setTimeout(reject, PATIENCE); });
  try {
    return await Promise.race([fetch(request), late]);
  } catch {
    return kept ? renewed(kept) : ((await shelved("/offline/")) ?? Response.error());
  }
};

// Each opening is another activity: a form from the shelf gets an id of its own.
const renewed = async (kept) => {
  const page = await kept.text();
  const old = page.match(ID)?.[1];
  const headers = { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": kept.headers.get("Content-Security-Policy") ?? "" };
  return new Response(old ? page.replaceAll(old, crypto.randomUUID()) : page, { headers });
};
