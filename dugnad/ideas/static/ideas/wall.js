// A wall on a screen shows new stalls by itself: looked at anew every two minutes, while nobody reads it by keyboard.
setInterval(() => { if (document.visibilityState === "visible" && document.activeElement === document.body) location.reload(); }, 120_000);
