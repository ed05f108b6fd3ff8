package se.fixamingata.batch.statistics;

import jakarta.batch.api.partition.PartitionMapper;
import jakarta.batch.api.partition.PartitionPlan;
import jakarta.batch.api.partition.PartitionPlanImpl;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import java.util.Properties;

/** Two parts, which the night divides at the same municipality whenever it is asked, so that a checkpoint stays in its part. */
@Named
@Dependent
public class MunicipalityHalves implements PartitionMapper {

    private static final int PARTS = 2;

    @Override
    public PartitionPlan mapPartitions() {
        PartitionPlan plan = new PartitionPlanImpl();
        plan.setPartitions(PARTS);
        plan.setThreads(PARTS);
        Properties[] properties = new Properties[PARTS];
        for (int part = 0; part < PARTS; part++) {
            properties[part] = new Properties();
            properties[part].setProperty("part", String.valueOf(part));
        }
        plan.setPartitionProperties(properties);
        return plan;
    }
}
