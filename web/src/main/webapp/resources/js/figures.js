// PrimeFaces' charts in the colours of tokens.css: the server names a token, and a change between light and dark draws anew.
const drawn = [];

function coloured(value, styles) {
  if (typeof value === "string") {
    return value.startsWith("--") ? styles.getPropertyValue(value).trim() : value;
  }
  if (Array.isArray(value)) {
    return value.map((one) => coloured(one, styles));
  }
  if (value && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, coloured(one, styles)]));
  }
  return value;
}

// PrimeFaces calls it before it draws, with the widget as "this".
window.fmgChart = function () {
  const named = this.cfg.config;
  this.cfg.config = coloured(named, getComputedStyle(document.documentElement));
  drawn.push({ widget: this, named });
};

matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  const styles = getComputedStyle(document.documentElement);
  for (const { widget, named } of drawn) {
    widget.chart?.destroy();
    widget.cfg.config = coloured(named, styles);
    widget._render();
  }
});
