package dev.snag.drivers.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import org.bson.Document;

/** MongoDB's driver with the blocking interface, with its pool. */
public final class MongoUnderTest implements StoreUnderTest {

    @Override
    public Class<?> library() {
        return MongoClients.class;
    }

    @Override
    public boolean pools() {
        return true;
    }

    @Override
    public OpenStore open(int port, int connections) {
        MongoClient client = MongoClients.create("mongodb://127.0.0.1:" + port + "/?maxPoolSize=" + connections);
        MongoCollection<Document> collection = client.getDatabase("lab").getCollection("lab");
        return new OpenStore() {
            @Override
            public void read() {
                collection.find().first();
            }

            @Override
            public void write(int number) {
                collection.insertOne(new Document("n", number));
            }

            @Override
            public void close() {
                client.close();
            }
        };
    }
}
