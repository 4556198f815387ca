/** Outcomes as a page for people. Pure: what it is made of is passed in. */
package dev.snag.drivers.table;
