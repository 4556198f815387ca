/** Workloads over JDBC. They need no more than {@code java.sql}: which driver it is says the row. */
package dev.snag.drivers.jdbc;
