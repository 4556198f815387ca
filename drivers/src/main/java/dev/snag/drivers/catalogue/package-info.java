/** What there is to be measured, as data: {@code rows/*.json}. */
package dev.snag.drivers.catalogue;
