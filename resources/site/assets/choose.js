"use strict";
// On a page that a code names: go on to the language chosen before, else to the first that the browser speaks.
(() => {
  let chosen = "";
  try {
    chosen = localStorage.getItem("showcase-language") || "";
  } catch {
    // Nothing is kept here; the browser's languages decide.
  }
  const links = [...document.querySelectorAll("link[hreflang]")];
  const plain = (code) => code.toLowerCase().split("-")[0];
  for (const wanted of [chosen, ...(navigator.languages || [])]) {
    if (!wanted) continue;
    const same = links.find((link) => link.hreflang.toLowerCase() === wanted.toLowerCase());
    const near = same || links.find((link) => plain(link.hreflang) === plain(wanted));
    if (near) {
      location.replace(near.href);
      return;
    }
  }
  // English serves more of those who speak none of the languages here than the first of the event does.
  const last = links.find((link) => plain(link.hreflang) === "en") || links[0];
  if (last) location.replace(last.href);
})();
