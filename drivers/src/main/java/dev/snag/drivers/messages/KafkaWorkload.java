package dev.snag.drivers.messages;

import dev.snag.drivers.workload.Trial;
import dev.snag.drivers.workload.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Kafka's client at {@code port}, and at a distance at {@code far}: a producer that threads share, a consumer for each. */
public final class KafkaWorkload implements Workload {
    private static final int THREADS = 4;
    private static final int POLLS = 2;
    private static final Duration POLL = Duration.ofMillis(300);
    private static final long PATIENCE_SECONDS = 20;

    /** Nobody writes to it. */
    private static final TopicPartition EMPTY = new TopicPartition("empty", 0);

    private static final String WRITTEN = "written";

    private Trial trial;

    @Override
    public void run(Trial trial) throws Exception {
        this.trial = trial;
        trial.uses(KafkaProducer.class);
        makeTopics();
        try (KafkaProducer<String, String> near = producer("port");
                KafkaProducer<String, String> far = producer("far")) {
            write(near);
            write(far);
            trial.coldStart(THREADS, number -> firstUse(near));
            trial.phase("connect", THREADS, number -> connect("far"));
            trial.phase("read", THREADS, number -> read("port"));
            trial.phase("write", THREADS, number -> write(far));
        }
    }

    private void makeTopics() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers("port")))) {
            var there = admin.listTopics().names().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            List<NewTopic> missing = List.of(EMPTY.topic(), WRITTEN).stream()
                    .filter(topic -> !there.contains(topic))
                    .map(topic -> new NewTopic(topic, 1, (short) 1))
                    .toList();
            admin.createTopics(missing).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void firstUse(KafkaProducer<String, String> near) throws Exception {
        connect("port");
        read("port");
        write(near);
    }

    private void connect(String port) {
        try (KafkaProducer<String, String> own = producer(port)) {
            own.partitionsFor(WRITTEN);
        }
    }

    private void read(String port) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers(port), "auto.offset.reset", "latest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(EMPTY));
            for (int i = 0; i < POLLS; i++) {
                consumer.poll(POLL);
            }
        }
    }

    private static void write(KafkaProducer<String, String> producer) throws Exception {
        producer.send(new ProducerRecord<>(WRITTEN, "1")).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private KafkaProducer<String, String> producer(String port) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", servers(port)), new StringSerializer(), new StringSerializer());
    }

    private String servers(String port) {
        return "127.0.0.1:" + trial.parameter(port);
    }
}
