/** An HTTP echo on virtual threads under load, with and without an agent in the server. */
package dev.snag.benchmarks.echo;
