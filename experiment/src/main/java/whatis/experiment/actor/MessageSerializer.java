package whatis.experiment.actor;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.UncheckedIOException;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorRefResolver;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.serialization.SerializerWithStringManifest;
import whatis.experiment.variant.Answer;

/** Turns messages into bytes and back, and counts both bytes and time. Pekko makes one for each actor system. */
final class MessageSerializer extends SerializerWithStringManifest {

    private static final int IDENTIFIER = 2_300_001;

    private final ActorRefResolver references;
    private final Shipping shipping;

    MessageSerializer(ExtendedActorSystem system) {
        references = ActorRefResolver.get(Adapter.toTyped(system));
        shipping = Shipping.Id.INSTANCE.get(system);
    }

    @Override
    public int identifier() {
        return IDENTIFIER;
    }

    @Override
    public String manifest(Object message) {
        return message.getClass().getSimpleName();
    }

    @Override
    public byte[] toBinary(Object message) {
        long begin = System.nanoTime();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write((Message) message, new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        shipping.add(bytes.size(), System.nanoTime() - begin);
        return bytes.toByteArray();
    }

    private void write(Message message, DataOutputStream out) throws IOException {
        if (message instanceof EngineCommand.ClassifyImage order) {
            out.writeInt(order.task());
            out.writeInt(order.row());
            write(order.replyTo(), out);
        } else if (message instanceof EngineCommand.ClassifyImageObject order) {
            out.writeInt(order.task());
            out.writeInt(order.image().length);
            out.write(order.image());
            write(order.replyTo(), out);
        } else if (message instanceof DriverEvent.Started started) {
            out.writeInt(started.number());
            write(started.engine(), out);
        } else if (message instanceof DriverEvent.Loaded loaded) {
            write(loaded.engine(), out);
            out.writeLong(loaded.modelLoadNanos());
            out.writeLong(loaded.dataLoadNanos());
        } else if (message instanceof DriverEvent.Answered answered) {
            write(answered.engine(), out);
            out.writeInt(answered.task());
            write(answered.answer(), out);
        } else if (message instanceof DriverEvent.Failed failed) {
            write(failed.engine(), out);
            out.writeInt(failed.task());
            out.writeUTF(failed.problem());
        }
    }

    private void write(ActorRef<?> reference, DataOutputStream out) throws IOException {
        out.writeUTF(references.toSerializationFormat(reference));
    }

    private static void write(Answer answer, DataOutputStream out) throws IOException {
        out.writeUTF(answer.label());
        out.writeDouble(answer.score());
        out.writeBoolean(answer.problem() != null);
        if (answer.problem() != null) {
            out.writeUTF(answer.problem());
        }
        out.writeLong(answer.decodeNanos());
        out.writeLong(answer.inferenceNanos());
    }

    @Override
    public Object fromBinary(byte[] bytes, String manifest) throws NotSerializableException {
        long begin = System.nanoTime();
        try {
            Message message = read(manifest, new DataInputStream(new ByteArrayInputStream(bytes)));
            shipping.add(bytes.length, System.nanoTime() - begin);
            return message;
        } catch (IOException e) {
            throw new NotSerializableException(manifest + " is cut off");
        }
    }

    private Message read(String manifest, DataInputStream in) throws IOException {
        return switch (manifest) {
            case "ClassifyImage" -> new EngineCommand.ClassifyImage(in.readInt(), in.readInt(), reference(in));
            case "ClassifyImageObject" ->
                new EngineCommand.ClassifyImageObject(in.readInt(), in.readNBytes(in.readInt()), reference(in));
            case "Stop" -> new EngineCommand.Stop();
            case "Started" -> new DriverEvent.Started(in.readInt(), reference(in));
            case "Loaded" -> new DriverEvent.Loaded(reference(in), in.readLong(), in.readLong());
            case "Answered" -> new DriverEvent.Answered(reference(in), in.readInt(), answer(in));
            case "Failed" -> new DriverEvent.Failed(reference(in), in.readInt(), in.readUTF());
            default -> throw new NotSerializableException("unknown message " + manifest);
        };
    }

    private <T> ActorRef<T> reference(DataInputStream in) throws IOException {
        return references.resolveActorRef(in.readUTF());
    }

    private static Answer answer(DataInputStream in) throws IOException {
        return new Answer(
                in.readUTF(), in.readDouble(), in.readBoolean() ? in.readUTF() : null, in.readLong(), in.readLong());
    }
}
