/** Scopes in which the application itself has said that blocking is fine. */
package dev.snag.runtime.allow;
