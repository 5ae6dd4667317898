import { GRAFANA_RULES } from "./grafana";
import { HONESTY_RULES } from "./honesty";
import { QUERY_RULES } from "./query";
import type { Rule } from "./rule";
import { SHAPE_RULES } from "./shape";

export const RULES: readonly Rule[] = [
  ...GRAFANA_RULES,
  ...SHAPE_RULES,
  ...QUERY_RULES,
  ...HONESTY_RULES,
];
