"""Build a small network from the own block, print it, train it for a few steps, and plot the loss.

Right: the answers count.
"""

ASSIGNMENT = "networks"
ADDED = {
    "residual-block-solution": [
        """
torch.manual_seed(0)
net = nn.Sequential(residual_block(1, 4), residual_block(4, 4, stride=2), nn.AdaptiveAvgPool2d(1), nn.Flatten())
optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
for _ in range(3):
    loss = net(torch.randn(8, 1, 8, 8)).pow(2).mean()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
print(net, loss.item())
"""
    ]
}
