// Addresses of the earlier site: they named the language in ?lang=…, and some pages have moved.
const here = document.currentScript;
const asked = new URLSearchParams(location.search).get("lang");
const moved = here.dataset.to;

if (moved) {
  location.replace(moved + location.search + location.hash);
} else if (asked) {
  document.addEventListener("DOMContentLoaded", () => {
    const bar = document.querySelectorAll(".sse-languages a[hreflang]");
    const wanted = [...bar].find((link) => link.hreflang === asked.slice(0, 2));
    if (wanted && !wanted.hasAttribute("aria-current")) {
      location.replace(wanted.href + location.hash);
    } else if (!wanted) {
      document.getElementById("sse-no-such-language").hidden = false;
    }
  });
}
