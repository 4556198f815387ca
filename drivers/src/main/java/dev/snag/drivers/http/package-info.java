/** HTTP clients, each behind {@link dev.snag.drivers.http.HttpClientUnderTest}. */
package dev.snag.drivers.http;
