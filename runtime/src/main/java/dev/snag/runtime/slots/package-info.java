/** The monitor's view of what the hooks write: one {@link dev.snag.runtime.slots.CarrierSlot} per carrier. */
package dev.snag.runtime.slots;
