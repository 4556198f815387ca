/** Whose test a finding is: threads inherit the scope of a test from the thread that starts them (decision 0016). */
package dev.snag.runtime.tests;
