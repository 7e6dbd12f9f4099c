/** How AWS is reached: as whom, where, and with how much patience; the same for every service. */
package dev.pagetrack.aws;
