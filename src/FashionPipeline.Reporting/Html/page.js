"use strict";

// A head sorts its column: ascending, then descending, then as the report has it.
for (const table of document.querySelectorAll("table")) {
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  const next = { none: "ascending", ascending: "descending", descending: "none" };
  for (const [column, head] of heads.entries()) {
    const numeric = head.classList.contains("number");
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    head.setAttribute("aria-sort", "none");
    button.addEventListener("click", () => {
      const order = next[head.getAttribute("aria-sort")];
      heads.forEach(other => other.setAttribute("aria-sort", other === head ? order : "none"));
      body.append(...(order === "none" ? rows : sorted(rows, column, numeric, order === "ascending" ? 1 : -1)));
    });
  }
}

function sorted(rows, column, numeric, sign) {
  const text = row => row.cells[column].textContent.trim();
  const number = row => parseFloat(text(row).replaceAll(",", "").match(/[-+]?\d+(\.\d+)?(e[-+]?\d+)?/i)?.[0]);
  const compare = numeric
    ? (a, b) => Number.isNaN(number(a)) - Number.isNaN(number(b)) || sign * (number(a) - number(b))
    : (a, b) => sign * text(a).localeCompare(text(b), "en", { numeric: true });
  return [...rows].sort(compare);
}

// A value of a figure is shown at once under a pointer, and where a finger taps; without a script the browser shows the title, later.
const label = document.createElement("div");
label.id = "value";
label.hidden = true;
document.body.append(label);
for (const shape of document.querySelectorAll(".values *:has(title)")) {
  const title = shape.querySelector("title");
  shape.dataset.value = title.textContent;
  title.remove();
}

function show(event) {
  const value = event.target.dataset?.value;
  label.hidden = !value;
  if (value) {
    label.textContent = value;
    const room = document.documentElement.clientWidth - label.offsetWidth - 8;
    label.style.left = `${Math.max(8, Math.min(event.clientX + 12, room)) + window.scrollX}px`;
    const above = event.clientY - label.offsetHeight - 12;
    label.style.top = `${(above > 0 ? above : event.clientY + 20) + window.scrollY}px`;
  }
}

document.addEventListener("pointermove", show);
document.addEventListener("pointerdown", show);
