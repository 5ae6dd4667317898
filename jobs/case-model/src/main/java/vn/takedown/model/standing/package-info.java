/** How a provider stands now: what is open, what is overdue, what fell due and how it was met. */
package vn.takedown.model.standing;
