/** The service's outside: routes, JSON, status codes, on the JDK's own HTTP server. */
package dev.snag.samples.http;
