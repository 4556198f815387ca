/** The load: a bounded number of requests to a worker on this machine, and what came of them. */
package dev.snag.samples.load;
