/** What the theme leaves broken and a style sheet cannot mend. Each part names its rule of axe-core. */
(() => {
  "use strict";
  // label-content-name-mismatch: the button shows "Search Ctrl + K" but is named "Search".
  for (const button of document.querySelectorAll(".search-button-field")) button.removeAttribute("aria-label");

  // label-content-name-mismatch: a folded code cell says "Show the code" and is named otherwise.
  for (const summary of document.querySelectorAll(".cell summary")) summary.removeAttribute("aria-label");

  // scrollable-region-focusable: what scrolls sideways must be reachable by the keyboard; what does not, need not be.
  const wide = ".pst-scrollable-table-container, .highlight pre, .cell_output, mjx-container[display]";
  function mendScrolling() {
    for (const element of document.querySelectorAll(wide)) {
      if (element.scrollWidth > element.clientWidth) element.tabIndex = 0;
      else element.removeAttribute("tabindex");
    }
  }
  mendScrolling();
  addEventListener("resize", mendScrolling);
  document.fonts.ready.then(mendScrolling);
  addEventListener("load", () => self.MathJax?.startup?.promise.then(mendScrolling));

  // Paper is white: a page in the dark theme is printed in the light one.
  const { dataset } = document.documentElement;
  let shown;
  addEventListener("beforeprint", () => {
    shown = dataset.theme;
    dataset.theme = "light";
  });
  addEventListener("afterprint", () => {
    dataset.theme = shown;
  });
})();
