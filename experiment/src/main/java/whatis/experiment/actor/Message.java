package whatis.experiment.actor;

/** What goes from one actor to another, and so from one process to another. */
sealed interface Message permits EngineCommand, DriverEvent.Remote {}
