/** Which requests are views: the policy, the bots, and what is kept of a view. */
package dev.pagetrack.view;
