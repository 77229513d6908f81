package whatis.experiment.actor;

import org.apache.pekko.actor.typed.ActorRef;

/** What an engine is told. */
sealed interface EngineCommand extends Message {

    /**
     * Asks for the class of a row of the engine's own dataset.
     *
     * @param task what the answer is to be called
     * @param row counted from 0; beyond the dataset's end, or without a dataset, the answer is an error
     */
    record ClassifyImage(int task, int row, ActorRef<DriverEvent> replyTo) implements EngineCommand {}

    /**
     * Asks for the class of an image that is sent along.
     *
     * @param task what the answer is to be called
     * @param image an encoded image
     */
    record ClassifyImageObject(int task, byte[] image, ActorRef<DriverEvent> replyTo) implements EngineCommand {}

    /** Ends the engine. */
    record Stop() implements EngineCommand {}
}
