// On every page: the menu of narrow screens, folded lists of wide ones, and addresses of the earlier site.
(function () {
  const button = document.querySelector("[data-menu]");
  const menu = button && document.getElementById(button.getAttribute("aria-controls"));

  function open(yes) {
    button.setAttribute("aria-expanded", String(yes));
    menu.classList.toggle("sse-menu--open", yes);
  }

  if (menu) {
    button.addEventListener("click", function () {
      open(button.getAttribute("aria-expanded") !== "true");
    });
    document.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && button.getAttribute("aria-expanded") === "true") {
        open(false);
        button.focus();
      }
    });
  }

  // Lists that are folded away on narrow screens stand open beside the words on wide ones.
  const wide = matchMedia("(min-width: 64rem)");
  function unfold() {
    document.querySelectorAll("details.sse-fold").forEach(function (fold) {
      fold.open = wide.matches;
    });
  }
  if (wide.matches) unfold();
  if (wide.addEventListener) wide.addEventListener("change", unfold);

  // What is said to those who ask for a language we do not have stands on the page for missing pages.
  function tell() {
    const root = document.querySelector("[data-root]");
    fetch((root ? root.dataset.root : ".") + "/404.html")
      .then((answer) => answer.text())
      .then((html) => {
        const words = new DOMParser().parseFromString(html, "text/html").getElementById("sse-no-such-language");
        words.hidden = false;
        document.querySelector(".sse-languages").append(words);
      })
      .catch(() => {});
  }

  // The earlier site named the language in ?lang=…
  const asked = new URLSearchParams(location.search).get("lang");
  if (asked) {
    const bar = Array.from(document.querySelectorAll(".sse-languages a[hreflang]"));
    const wanted = bar.find(function (link) {
      return link.hreflang.split("-")[0] === asked.slice(0, 2);
    });
    if (wanted && !wanted.hasAttribute("aria-current")) {
      location.replace(wanted.href + location.hash);
    } else if (!wanted) {
      tell();
    }
  }
})();
