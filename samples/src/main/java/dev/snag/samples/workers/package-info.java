/** The choice before which a service stands: one service and one database, under the same load, with each type of worker. */
package dev.snag.samples.workers;
