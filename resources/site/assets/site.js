"use strict";
// Two things: the chosen language is remembered, and the search finds as one types. Without it the pages are whole.
(() => {
  const MOST = 40;
  const LETTERS = { đ: "d", ð: "d", ø: "o", ł: "l", æ: "ae", œ: "oe", ß: "ss", ς: "σ" };
  const SPECIAL = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");

  for (const link of document.querySelectorAll(".languages a")) {
    link.addEventListener("click", () => {
      try {
        localStorage.setItem("showcase-language", link.hreflang);
      } catch {
        // Where nothing may be kept, the link alone does it.
      }
    });
  }

  // As the program compares: no accents, no case, đ as d.
  const fold = (text) =>
    text
      .toLowerCase()
      .replace(SPECIAL, (letter) => LETTERS[letter])
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .split(/\s+/)
      .filter(Boolean)
      .join(" ");

  const form = document.querySelector("[data-finder]");
  if (!form) return;
  document.documentElement.classList.add("js");
  const input = form.querySelector("input");
  const list = form.querySelector(".found");
  const count = form.querySelector(".found-count");
  const words = form.dataset;
  let entries = null;
  let asked = false;

  const load = () => {
    if (asked) return;
    asked = true;
    const script = document.createElement("script");
    script.src = words.finder;
    script.onload = () => {
      entries = window.showcaseIndex.map((entry) => ({ entry, name: ` ${fold(entry[1])}`, text: ` ${fold(entry[5])}` }));
      show();
    };
    document.head.append(script);
  };

  // 0: the name begins so, 1: each word begins one of the name, 2: one of the text, 3: it stands somewhere; -1: nowhere.
  const rank = (item, query, parts) => {
    if (item.name.startsWith(` ${query}`)) return 0;
    if (parts.every((part) => item.name.includes(` ${part}`))) return 1;
    if (parts.every((part) => item.text.includes(` ${part}`))) return 2;
    return parts.every((part) => item.text.includes(part)) ? 3 : -1;
  };

  const result = ([page, name, language, line, booth]) => {
    const row = document.createElement("li");
    const link = document.createElement("a");
    link.href = words.root + page;
    const title = document.createElement("strong");
    title.textContent = name;
    if (language) title.lang = language;
    const below = document.createElement("span");
    below.textContent = line;
    link.append(title, below);
    if (booth) {
      const tag = document.createElement("span");
      tag.className = "tag";
      const said = document.createElement("span");
      said.className = "sr";
      said.textContent = `${words.booth} `;
      tag.append(said, booth);
      link.append(tag);
    }
    row.append(link);
    return row;
  };

  const tell = (found) => {
    if (!found) return words.none;
    if (found === 1) return words.one;
    if (found > MOST) return words.more.replace("{shown}", MOST).replace("{count}", found);
    return words.some.replace("{count}", found);
  };

  const show = () => {
    const query = fold(input.value);
    const parts = query.split(" ");
    form.classList.toggle("open", Boolean(query));
    if (!query || !entries) {
      list.replaceChildren();
      count.textContent = query ? words.wait : "";
      return;
    }
    const found = entries
      .map((item) => [rank(item, query, parts), item.entry])
      .filter(([place]) => place >= 0)
      .sort((one, other) => one[0] - other[0]);
    list.replaceChildren(...found.slice(0, MOST).map(([, entry]) => result(entry)));
    count.textContent = tell(found.length);
  };

  const links = () => [...list.querySelectorAll("a")];

  const move = (event) => {
    const all = [input, ...links()];
    const at = all.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
    if (at < 0 || at >= all.length) return;
    event.preventDefault();
    all[at].focus();
  };

  input.addEventListener("focus", load);
  input.addEventListener("input", () => {
    load();
    show();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") move(event);
    if (event.key === "Escape") {
      input.value = "";
      show();
      input.focus();
    }
  });
  // The results are there already: sending the form only takes the keyboard of a phone away.
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    input.blur();
    if (!input.value) input.focus();
  });

  // Coming back to a search, or coming with one: ?q=…
  const given = new URLSearchParams(location.search).get("q");
  if (given) input.value = given;
  const resume = () => {
    if (!input.value && !form.classList.contains("wide")) return;
    load();
    show();
  };
  window.addEventListener("pageshow", resume);
  resume();
})();
