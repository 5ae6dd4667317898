package vn.takedown.report.chart;

import org.jfree.chart.JFreeChart;

/**
 * A drawing.
 *
 * @param id lower case with hyphens
 * @param title what it shows
 * @param description the same in words for those who cannot see it
 * @param width in CSS pixels
 * @param height in CSS pixels
 * @param drawing knows no file format; not for two threads at once
 */
public record Chart(
        String id, String title, String description, int width, int height, JFreeChart drawing) {}
