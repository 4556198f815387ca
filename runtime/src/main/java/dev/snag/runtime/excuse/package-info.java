/** What makes a hold long through no fault of the program, and how much of it: pure, fed by the monitor at each look. */
package dev.snag.runtime.excuse;
