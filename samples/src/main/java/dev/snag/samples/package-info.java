/**
 * A small bank's worker: an HTTP service on virtual threads over PostgreSQL and a SQLite file, with clean endpoints and
 * planted offenders side by side.
 */
package dev.snag.samples;
