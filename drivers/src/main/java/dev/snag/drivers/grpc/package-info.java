/** gRPC: its client as a workload and its server, with a service whose messages are text, so that nothing need be generated. */
package dev.snag.drivers.grpc;
