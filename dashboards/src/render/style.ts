/** Dark on light, in a font that has all letters of Vietnamese. */
export const STYLE = `
*{box-sizing:border-box;margin:0}
body{position:relative;background:#f4f5f5;color:#1f2328;font:13px/1.35 "DejaVu Sans",sans-serif}
header{position:absolute;left:16px;right:16px;top:10px;height:62px}
h1{font-size:20px;font-weight:600}
.controls{margin-top:6px}
.controls span{display:inline-block;background:#fff;border:1px solid #d0d4da;border-radius:3px;padding:2px 8px;margin-right:6px;font-size:12px}
.what{position:absolute;right:0;top:4px;color:#6b7280;font-size:11px;max-width:560px;text-align:right}
h2.row{position:absolute;font-size:15px;font-weight:600;padding-top:8px;white-space:nowrap}
section{position:absolute;background:#fff;border:1px solid #dcdfe4;border-radius:3px;overflow:hidden}
h3{font-size:13px;font-weight:600;padding:6px 9px;height:30px;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.inside{position:absolute;left:9px;right:9px;top:30px;bottom:6px;overflow:hidden}
.figures{display:flex;height:100%;align-items:center;justify-content:space-around;gap:4px}
.figures-down{flex-direction:column}
.figure{flex:1 1 0;text-align:center;min-width:0}
.figure-name{color:#4b5563;font-size:12px}
.figure-value{font-weight:600;line-height:1.2}
table.grid{border-collapse:collapse;width:100%;font-size:12px}
.grid td{white-space:nowrap}
.grid th,.grid td{height:27px;padding:0 6px;border-bottom:1px solid #eceef1;overflow:hidden;text-overflow:ellipsis;max-width:320px}
.legend{display:flex;flex-wrap:wrap;justify-content:center;font-size:11px;line-height:20px}
.legend span{margin:0 9px;white-space:nowrap}.legend i{display:inline-block;width:14px;border-top:3px solid;margin-right:5px;vertical-align:middle}
.grid th{white-space:normal;line-height:1.15;vertical-align:bottom;font-weight:600;color:#1f5fbf}
.right{text-align:right}.left{text-align:left}
.bars{height:100%;display:flex;flex-direction:column;justify-content:space-around}
.bar-row{display:flex;align-items:center;gap:8px;font-size:12px}
.bar-name{flex:0 0 34%;text-align:right;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.bar-track{flex:1;height:100%;background:#eef0f3}
.bar{height:100%}
.bar-value{flex:0 0 90px;font-weight:600}
.note p,.note ul,.note table{margin-bottom:6px}.note ul{padding-left:20px}
.note td{padding:1px 10px 1px 0;vertical-align:top}.note a{color:#1f5fbf}
.not-drawn{height:100%;display:flex;align-items:center;justify-content:center;text-align:center;color:#6b7280;padding:0 12px}
`;

/** Tables that are wider than their panels get smaller letters, where Grafana would scroll. */
export const FIT = `
for (const table of document.querySelectorAll("table.grid")) {
  let size = 12;
  while (table.scrollWidth > table.parentElement.clientWidth && size > 8) {
    table.style.fontSize = (size -= 0.5) + "px";
  }
  // A row that is cut in two cannot be read.
  for (const row of table.rows) {
    if (row.offsetTop + row.offsetHeight > table.parentElement.clientHeight) {
      row.style.visibility = "hidden";
    }
  }
}
`;
