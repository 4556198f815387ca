/** What came of a run, and the verdict on it. The verdict is pure: markers and findings are passed in. */
package dev.snag.drivers.result;
