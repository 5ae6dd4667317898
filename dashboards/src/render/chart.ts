import * as echarts from "echarts";
import type { Box } from "./box";

const FONT = "DejaVu Sans, sans-serif";

/** Draws a chart as SVG, without a browser. */
export function drawn(option: echarts.EChartsCoreOption, box: Box): string {
  const chart = echarts.init(null, null, {
    renderer: "svg",
    ssr: true,
    width: Math.floor(box.width),
    height: Math.floor(box.height),
  });
  chart.setOption({ animation: false, textStyle: { fontFamily: FONT }, ...option });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}
