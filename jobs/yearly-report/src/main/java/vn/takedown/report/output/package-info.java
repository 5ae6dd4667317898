/** Files: HTML, PDF, DOCX, CSV and the manifest. */
package vn.takedown.report.output;
